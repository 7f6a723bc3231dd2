import type { Shape } from '@/shared/api/client'
import type { Session } from '@/shared/session'
import { today } from '@/shared/time'
import type { Option } from './fields'
import { caseStage, exitStage, type CaseStage, type ExitStage } from './procedure'

export type Whole = Shape<'monitoring.household.file.HouseholdFile.Whole'>
export type Case = Shape<'monitoring.household.file.HouseholdFile.Case'>
export type Exit = Shape<'monitoring.household.file.HouseholdFile.Exit'>
export type Member = Shape<'monitoring.household.file.HouseholdFile.Member'>
export type Happening = Shape<'monitoring.household.timeline.Timeline.Entry'>
export type Item = Shape<'monitoring.income.ItemController.Entry'>

/** What was asked of departments, and has to be answered or weighed. */
export type InquiryState = 'NONE' | 'ASKED' | 'UNWEIGHED' | 'SETTLED'

export interface Objection {
    number: number
    upheld?: boolean
}

/** A household as the forms of its procedures need it, and who looks at it. */
export interface At {
    file: Whole
    events: Happening[]
    current: Case | null
    stage: CaseStage | null
    exit: Exit | null
    exitStage: ExitStage | null
    isMonitored: boolean
    inquiry: InquiryState
    /** members who live there */
    members: Member[]
    me: Session
    /** the items of the income sheet */
    items: Item[]
    /** what the address asks for: the clue of a new case, a measure, a member, a proposal */
    about: Record<string, string>
}

export interface Asked {
    items?: Item[]
    about?: Record<string, string>
}

export function at(
    file: Whole,
    events: Happening[],
    me: Session,
    { items = [], about = {} }: Asked = {},
): At {
    const current = file.cycles.at(-1) ?? null
    const exit = file.exits.at(-1) ?? null
    const stage = caseStage(events.length > 0 ? events.map((event) => event.name) : lastOf(current))
    const leaving = exitStage(
        exit ? (events.length > 0 ? events.map((event) => event.name) : [exit.lastStep]) : [],
    )
    return {
        file,
        events,
        current,
        stage,
        exit,
        exitStage: leaving,
        isMonitored:
            (stage === 'DETERMINED' || stage === 'ANNOUNCED') &&
            !file.closed &&
            !(exit?.cycle === current?.cycle && leaving === 'REMOVED'),
        inquiry: inquiryOf(current),
        members: file.members.filter((member) => !member.gone && member.mergedInto.length === 0),
        me,
        items,
        about,
    }
}

/** For an office that does not read the timeline: what the file tells of the last case. */
const lastOf = (current: Case | null): string[] =>
    current
        ? [
              'identification.opened',
              ...(current.visit && current.lastStep !== 'identification.household-visited'
                  ? ['identification.household-visited']
                  : []),
              ...(current.authorizedOn ? ['identification.authorization-signed'] : []),
              current.lastStep,
          ]
        : []

function inquiryOf(current: Case | null): InquiryState {
    const asked = current?.comparison
    if (!asked) return 'NONE'
    if (asked.sparedOn || asked.weighedOn) return 'SETTLED'
    if (!asked.returnedOn) return 'ASKED'
    const hits = (asked.hits ?? []) as { effect: string }[]
    return hits.some((hit) => hit.effect === 'CAREFUL') ? 'UNWEIGHED' : 'SETTLED'
}

export const openOf = (objections: readonly object[] | undefined): Objection[] =>
    ((objections ?? []) as Objection[]).filter((objection) => objection.upheld === undefined)

/** The account that took a step last. */
export const actorOf = (at: At, event: string): string | undefined =>
    at.events.filter((happening) => happening.name === event).at(-1)?.actor

export const lies = (date: unknown): boolean => typeof date === 'string' && date > today()

/** Members as choices: relation and masked name. */
export const membersAsOptions = (at: At, say: (kind: string, code: string) => string): Option[] =>
    at.members.map((member) => ({
        value: member.member,
        label: `${say('relation', member.relation)} ${member.name}`,
    }))
