import { Operation, UserFilled } from '@element-plus/icons-vue'
import type { Part } from '../part'
import { ACCOUNT_OPENERS, ACCOUNT_READERS, CONSOLE_READERS, PARKED_READERS } from './access'
import words from './words'

export default {
    words,
    routes: [
        {
            path: '/operate',
            component: () => import('./OperatePage.vue'),
            meta: { title: 'operate.menu' },
        },
        {
            path: '/operate/accounts',
            component: () => import('./AccountPage.vue'),
            meta: { title: 'operate.accounts' },
        },
    ],
    menu: [
        {
            to: '/operate',
            title: 'operate.menu',
            icon: Operation,
            order: 80,
            roles: [...new Set([...CONSOLE_READERS, ...PARKED_READERS])],
        },
        {
            to: '/operate/accounts',
            title: 'operate.accounts',
            icon: UserFilled,
            order: 81,
            roles: [...new Set([...ACCOUNT_READERS, ...ACCOUNT_OPENERS])],
        },
    ],
} satisfies Part
