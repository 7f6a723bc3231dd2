import { createRouter, createWebHistory } from 'vue-router'
import ReportPage from './ReportPage.vue'

const VILLAGE = '\\d{12}'

// What a household follows its report by stands in no path and no query: a code carries it behind the
// `#`, which browsers keep to themselves.
export const router = createRouter({
    history: createWebHistory('/report/'),
    routes: [
        {
            path: `/:village(${VILLAGE})?`,
            name: 'report',
            component: ReportPage,
            props: ({ params, query }) => ({
                scanned:
                    [params.village, query.village].find((code) => /^\d{12}$/.test(String(code ?? ''))) ?? '',
            }),
            meta: { title: 'report.title' },
        },
        {
            path: '/progress',
            component: () => import('./ProgressPage.vue'),
            meta: { title: 'report.progress.title' },
        },
        {
            path: '/board',
            component: () => import('./BoardPage.vue'),
            meta: { title: 'report.board.title' },
        },
        { path: '/:rest(.*)*', redirect: '/' },
    ],
    scrollBehavior: (_to, _from, kept) => kept ?? { top: 0 },
})
