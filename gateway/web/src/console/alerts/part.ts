import { Bell } from '@element-plus/icons-vue'
import { COUNTY, TOWN, type Part } from '../part'
import words from './words'

export default {
    words,
    routes: [
        { path: '/alerts', component: () => import('./AlertsPage.vue'), meta: { title: 'alerts.menu' } },
    ],
    menu: [
        {
            to: '/alerts',
            title: 'alerts.menu',
            icon: Bell,
            order: 42,
            roles: [...TOWN, ...COUNTY, 'AUDITOR'],
        },
    ],
} satisfies Part
