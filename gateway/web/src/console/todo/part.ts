import { List } from '@element-plus/icons-vue'
import { COUNTY, GROUNDS, TOWN, type Part } from '../part'
import words from './words'

export default {
    words,
    routes: [{ path: '/todo', component: () => import('./TodoPage.vue'), meta: { title: 'todo.menu' } }],
    menu: [
        {
            to: '/todo',
            title: 'todo.menu',
            icon: List,
            order: 10,
            roles: ['GROUP_LEADER', ...GROUNDS, ...TOWN, ...COUNTY, 'DEPARTMENT_OFFICER'],
        },
    ],
} satisfies Part
