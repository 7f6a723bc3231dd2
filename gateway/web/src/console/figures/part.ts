import { DataAnalysis } from '@element-plus/icons-vue'
import { READERS, type Part } from '../part'
import words from './words'

export default {
    words,
    routes: [
        {
            path: '/figures',
            component: () => import('./FiguresPage.vue'),
            meta: { title: 'figures.menu' },
        },
        {
            path: '/figures/list',
            component: () => import('./FigureList.vue'),
            meta: { title: 'figures.list' },
        },
    ],
    menu: [{ to: '/figures', title: 'figures.menu', icon: DataAnalysis, order: 30, roles: READERS }],
} satisfies Part
