import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Words } from '@/shared/words'
import type { Role } from './roles'

export * from './roles'

/** One entry of the menu. Who has none of the roles does not see it; without roles everybody does. */
export interface Entry {
    to: string
    /** key of the words: `cases.menu` */
    title: string
    icon: Component
    order: number
    roles?: readonly Role[]
}

/**
 * A part of the console: its pages, its words (reached as `<folder>.<key>`), its menu. Each folder beside
 * this file with a `part.ts` is one, and is found by being there (`parts.ts`). A route's `meta.title` is a
 * key of words.
 */
export interface Part {
    words: Words
    routes: RouteRecordRaw[]
    menu: Entry[]
}
