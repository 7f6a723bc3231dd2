import { Picture, TrendCharts } from '@element-plus/icons-vue'
import { READERS, type Part } from '../part'
import words from './words'

export default {
    words,
    routes: [
        { path: '/lines', component: () => import('./LinesPage.vue'), meta: { title: 'lines.menu' } },
        { path: '/posters', component: () => import('./PostersPage.vue'), meta: { title: 'lines.posters' } },
    ],
    menu: [
        {
            to: '/lines',
            title: 'lines.menu',
            icon: TrendCharts,
            order: 62,
            roles: [...READERS, 'DEPARTMENT_OFFICER'],
        },
        { to: '/posters', title: 'lines.posters', icon: Picture, order: 63, roles: READERS },
    ],
} satisfies Part
