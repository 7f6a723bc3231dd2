import { Search } from '@element-plus/icons-vue'
import type { Part } from '../part'
import { ENTERERS, SECTIONS } from './access'
import words from './words'

const roles = [...new Set(SECTIONS.flatMap((section) => section.roles))]

export default {
    words,
    routes: [
        {
            path: '/audit',
            component: () => import('./AuditFrame.vue'),
            meta: { title: 'audit.menu' },
            children: [
                { path: '', component: () => import('./AuditHome.vue') },
                {
                    path: 'events',
                    component: () => import('./EventList.vue'),
                    meta: { title: 'audit.events' },
                },
                {
                    path: 'events/:log/:position(\\d+)',
                    component: () => import('./EventPage.vue'),
                    meta: { title: 'audit.event' },
                },
                {
                    path: 'subjects/:log?/:stream?',
                    component: () => import('./SubjectPage.vue'),
                    meta: { title: 'audit.subjects' },
                },
                {
                    path: 'evidence',
                    component: () => import('./EvidencePage.vue'),
                    meta: { title: 'audit.evidence' },
                },
                { path: 'flags', component: () => import('./FlagList.vue'), meta: { title: 'audit.flags' } },
                {
                    path: 'mine',
                    component: () => import('./FlagList.vue'),
                    meta: { title: 'audit.mine', mine: true },
                },
                {
                    path: 'flags/:log/:flag',
                    component: () => import('./FlagPage.vue'),
                    meta: { title: 'audit.flag' },
                },
                {
                    path: 'lateness',
                    component: () => import('./LatenessPage.vue'),
                    meta: { title: 'audit.lateness' },
                },
                {
                    path: 'readings',
                    component: () => import('./ReadingList.vue'),
                    meta: { title: 'audit.readings' },
                },
                {
                    path: 'erasures',
                    component: () => import('./ErasureList.vue'),
                    meta: { title: 'audit.erasures' },
                },
            ],
        },
    ],
    menu: [
        {
            to: '/audit',
            title: 'audit.menu',
            icon: Search,
            order: 70,
            roles: roles.filter(
                (role) =>
                    !ENTERERS.includes(role) ||
                    SECTIONS.some((s) => s.to !== '/audit/mine' && s.roles.includes(role)),
            ),
        },
        {
            to: '/audit/mine',
            title: 'audit.mine',
            icon: Search,
            order: 71,
            roles: ENTERERS.filter(
                (role) => !SECTIONS.some((s) => s.to !== '/audit/mine' && s.roles.includes(role)),
            ),
        },
    ],
} satisfies Part
