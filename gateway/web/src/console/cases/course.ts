import type { Happening } from './at'
import type { CaseStage, ExitStage } from './procedure'
import type { Step } from './step'

export interface Stop {
    /** the step, a code of `todo-step` */
    key: string
    state: 'done' | 'now' | 'later' | 'never'
    /** what made it done */
    by: Happening | null
}

interface Way {
    key: string
    events: readonly string[]
}

const CASE: readonly Way[] = [
    { key: 'OPEN_CASE', events: ['identification.opened'] },
    { key: 'VISIT', events: ['identification.household-visited'] },
    { key: 'AUTHORIZE', events: ['identification.authorization-signed'] },
    { key: 'APPRAISE', events: ['identification.appraisal-held'] },
    { key: 'PUBLICISE', events: ['identification.publicity-started'] },
    { key: 'END_PUBLICITY', events: ['identification.publicity-ended'] },
    { key: 'REVIEW', events: ['identification.town-review-passed'] },
    { key: 'DETERMINE', events: ['identification.household-determined'] },
    { key: 'ANNOUNCE', events: ['identification.result-announced'] },
    { key: 'MARK_HOUSEHOLD', events: ['marking.household-marked', 'marking.number-corrected'] },
]

const EXIT: readonly Way[] = [
    { key: 'PROPOSE_REMOVAL', events: ['removal.proposed'] },
    { key: 'VISIT_FOR_REMOVAL', events: ['removal.household-visited'] },
    { key: 'APPRAISE_REMOVAL', events: ['removal.appraisal-held'] },
    { key: 'HANG_NOTICE', events: ['notice.hung'] },
    { key: 'TAKE_NOTICE_DOWN', events: ['notice.taken-down'] },
    { key: 'REVIEW_REMOVAL', events: ['removal.town-review-passed'] },
    { key: 'DETERMINE_REMOVAL', events: ['removal.risk-removed'] },
    { key: 'ANNOUNCE_REMOVAL', events: ['notice.result-announced'] },
]

const NEXT_OF_CASE: Record<CaseStage, string | null> = {
    OPENED: 'VISIT',
    VISITED: 'AUTHORIZE',
    AUTHORIZED: 'APPRAISE',
    APPRAISED: 'PUBLICISE',
    PUBLICIZED: 'END_PUBLICITY',
    PUBLICITY_ENDED: 'REVIEW',
    TOWN_REVIEWED: 'DETERMINE',
    DETERMINED: 'ANNOUNCE',
    ANNOUNCED: 'MARK_HOUSEHOLD',
    REJECTED: null,
}

/** The way of the last case. A step that has to be taken again, after a return, is not done any more. */
export function caseWay(events: readonly Happening[], stage: CaseStage | null): Stop[] {
    const own = sinceLast(events, 'identification.opened')
    const marked = own.some((event) => CASE.at(-1)?.events.includes(event.name))
    const next = stage ? NEXT_OF_CASE[stage] : 'OPEN_CASE'
    return way(CASE, own, marked ? null : next, stage === 'REJECTED')
}

/** The way of the last removal; `next` is the step that is due. */
export function exitWay(events: readonly Happening[], stage: ExitStage | null, next: string | null): Stop[] {
    const over = stage === 'DROPPED' || stage === 'CLOSED'
    return way(EXIT, sinceLast(events, 'removal.proposed'), next, over)
}

/** The step of a removal that is due, by the steps that are open. */
export const dueOf = (open: readonly Step[]): string | null =>
    EXIT.map((one) => one.key)
        .filter((key) => key !== 'PROPOSE_REMOVAL')
        .reverse()
        .find((key) => open.some((step) => step.key === key)) ?? null

function sinceLast(events: readonly Happening[], begin: string): Happening[] {
    const from = events.map((event) => event.name).lastIndexOf(begin)
    return from < 0 ? [] : events.slice(from)
}

function way(steps: readonly Way[], events: Happening[], next: string | null, over: boolean): Stop[] {
    const due = steps.findIndex((one) => one.key === next)
    return steps.map((one, index) => {
        const by = events.filter((event) => one.events.includes(event.name)).at(-1) ?? null
        // The signature stays in force when a case goes back to the visit.
        const stays = one.key === 'AUTHORIZE'
        if (by && (due < 0 || index < due || stays)) return { key: one.key, state: 'done', by }
        if (index === due && !over) return { key: one.key, state: 'now', by: null }
        return { key: one.key, state: over || (due < 0 && !by) ? 'never' : 'later', by: null }
    })
}
