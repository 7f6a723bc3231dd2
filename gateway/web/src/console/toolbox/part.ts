import { Connection, Files, Medal } from '@element-plus/icons-vue'
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
        {
            path: '/incentive-rules',
            component: () => import('./IncentivesPage.vue'),
            meta: { title: 'toolbox.incentives' },
        },
        {
            path: '/households/:household/incentives/:year(\\d{4})',
            component: () => import('./SlipPage.vue'),
            meta: { title: 'toolbox.slip' },
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
        {
            to: '/incentive-rules',
            title: 'toolbox.incentives',
            icon: Medal,
            order: 52,
            roles: ['TEAM_LEADER', ...TOWN, ...COUNTY, 'AUDITOR'],
        },
    ],
} satisfies Part
