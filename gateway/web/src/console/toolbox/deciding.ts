import type { Shape } from '@/shared/api/client'

export type Match = Shape<'monitoring.match.list.MatchList.Entry'>

/** A proposal that is about to be confirmed or declined. */
export interface Deciding {
    match: Match
    confirms: boolean
}
