import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Words } from '@/shared/words'

/** An office of `word.role`. */
export type Role = string

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

export const VILLAGE: readonly Role[] = ['VILLAGE_COMMITTEE', 'FIRST_SECRETARY']
export const GROUNDS: readonly Role[] = [...VILLAGE, 'TEAM_MEMBER']
export const TOWN: readonly Role[] = ['TOWN_OFFICE', 'TOWN_PARTY_SECRETARY']
export const COUNTY: readonly Role[] = ['COUNTY_OFFICER', 'COUNTY_LEADER']
export const READERS: readonly Role[] = [...GROUNDS, 'TEAM_LEADER', ...TOWN, ...COUNTY, 'AUDITOR']
