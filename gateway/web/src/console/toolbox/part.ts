import { Connection, Files } from '@element-plus/icons-vue'
import { COUNTY, READERS, TOWN, type Part } from '../part'
import words from './words'

export default {
    words,
    routes: [
        {
            path: '/policies',
            component: () => import('./PoliciesPage.vue'),
            meta: { title: 'toolbox.policies' },
        },
        {
            path: '/matches',
            component: () => import('./MatchesPage.vue'),
            meta: { title: 'toolbox.matches' },
        },
    ],
    menu: [
        {
            to: '/policies',
            title: 'toolbox.policies',
            icon: Files,
            order: 50,
            roles: ['TEAM_LEADER', ...TOWN, ...COUNTY, 'AUDITOR'],
        },
        { to: '/matches', title: 'toolbox.matches', icon: Connection, order: 51, roles: READERS },
    ],
} satisfies Part
