import { Bell, Checked, EditPen } from '@element-plus/icons-vue'
import type { Part } from '../part'
import { READERS } from '../roles'
import { CLUE_READERS, RECORDERS } from './access'
import words from './words'

export default {
    words,
    routes: [
        { path: '/counter', component: () => import('./CounterPage.vue'), meta: { title: 'counter.menu' } },
        { path: '/reports', component: () => import('./ReportList.vue'), meta: { title: 'counter.reports' } },
        {
            path: '/reports/:report',
            component: () => import('./ReportPage.vue'),
            props: true,
            meta: { title: 'counter.report' },
        },
        { path: '/clues', component: () => import('./ClueList.vue'), meta: { title: 'counter.clues' } },
        {
            path: '/clues/new',
            component: () => import('./ClueEntry.vue'),
            meta: { title: 'counter.newClue' },
        },
        {
            path: '/clues/:clue',
            component: () => import('./CluePage.vue'),
            props: true,
            meta: { title: 'counter.clue' },
        },
    ],
    menu: [
        { to: '/counter', title: 'counter.menu', icon: EditPen, order: 20, roles: RECORDERS },
        { to: '/reports', title: 'counter.reports', icon: Checked, order: 21, roles: READERS },
        { to: '/clues', title: 'counter.clues', icon: Bell, order: 22, roles: CLUE_READERS },
        {
            to: '/clues/new',
            title: 'counter.newClue',
            icon: EditPen,
            order: 23,
            roles: ['DEPARTMENT_OFFICER'],
        },
    ],
} satisfies Part
