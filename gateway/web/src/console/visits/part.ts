import { MapLocation } from '@element-plus/icons-vue'
import { READERS, type Part } from '../part'
import words from './words'

export default {
    words,
    routes: [
        { path: '/visits', component: () => import('./VisitsPage.vue'), meta: { title: 'visits.menu' } },
    ],
    menu: [
        {
            to: '/visits',
            title: 'visits.menu',
            icon: MapLocation,
            order: 34,
            roles: ['GROUP_LEADER', ...READERS],
        },
    ],
} satisfies Part
