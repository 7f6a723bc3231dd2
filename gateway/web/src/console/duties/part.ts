import { List, Reading } from '@element-plus/icons-vue'
import { COUNTY, READERS, TOWN, type Part } from '../part'
import words from './words'

export default {
    words,
    routes: [
        { path: '/duties', component: () => import('./DutiesPage.vue'), meta: { title: 'duties.menu' } },
        {
            path: '/awareness',
            component: () => import('./AwarenessPage.vue'),
            meta: { title: 'duties.awareness' },
        },
    ],
    menu: [
        {
            to: '/duties',
            title: 'duties.menu',
            icon: List,
            order: 60,
            roles: [...TOWN, ...COUNTY, 'AUDITOR', 'DEPARTMENT_OFFICER'],
        },
        { to: '/awareness', title: 'duties.awareness', icon: Reading, order: 61, roles: READERS },
    ],
} satisfies Part
