import { CircleCheck } from '@element-plus/icons-vue'
import { READERS, type Part } from '../part'
import words from './words'

export default {
    words,
    routes: [
        { path: '/quality', component: () => import('./QualityPage.vue'), meta: { title: 'quality.menu' } },
    ],
    menu: [{ to: '/quality', title: 'quality.menu', icon: CircleCheck, order: 43, roles: READERS }],
} satisfies Part
