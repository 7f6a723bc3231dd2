import { House } from '@element-plus/icons-vue'
import { GROUNDS, READERS, type Part, type Role } from '../part'
import words from './words'

/** Who writes the register. */
export const KEEPERS: readonly Role[] = [...GROUNDS, 'TOWN_OFFICE', 'COUNTY_OFFICER']

export default {
    words,
    routes: [
        {
            path: '/households',
            component: () => import('./HouseholdsPage.vue'),
            meta: { title: 'household.menu' },
        },
        {
            path: '/households/new',
            component: () => import('./RegisterPage.vue'),
            meta: { title: 'household.registerNew' },
        },
        {
            path: '/households/:id',
            component: () => import('./HouseholdPage.vue'),
            meta: { title: 'household.file' },
        },
    ],
    menu: [{ to: '/households', title: 'household.menu', icon: House, order: 20, roles: READERS }],
} satisfies Part
