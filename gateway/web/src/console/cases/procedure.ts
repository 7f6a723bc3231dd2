/** The last step of a case, as the service counts them. */
export type CaseStage =
    | 'OPENED'
    | 'VISITED'
    | 'AUTHORIZED'
    | 'APPRAISED'
    | 'PUBLICIZED'
    | 'PUBLICITY_ENDED'
    | 'TOWN_REVIEWED'
    | 'DETERMINED'
    | 'ANNOUNCED'
    | 'REJECTED'

/** The last step of a removal. */
export type ExitStage =
    | 'PROPOSED'
    | 'BLOCKED'
    | 'CHECKED'
    | 'APPRAISED'
    | 'REVIEWED'
    | 'REMOVED'
    | 'DROPPED'
    | 'REVERTED'
    | 'CLOSED'

const CASE: Record<string, CaseStage> = {
    'identification.authorization-signed': 'AUTHORIZED',
    'identification.appraisal-held': 'APPRAISED',
    'identification.publicity-started': 'PUBLICIZED',
    'identification.objection-upheld': 'OPENED',
    'identification.publicity-ended': 'PUBLICITY_ENDED',
    'identification.town-review-passed': 'TOWN_REVIEWED',
    'identification.returned-by-town': 'OPENED',
    'identification.household-determined': 'DETERMINED',
    'identification.result-announced': 'ANNOUNCED',
    'identification.rejected': 'REJECTED',
}

const EXIT: Record<string, ExitStage> = {
    'removal.proposed': 'PROPOSED',
    'removal.household-visited': 'CHECKED',
    'removal.blocked': 'BLOCKED',
    'removal.appraisal-held': 'APPRAISED',
    'removal.town-review-passed': 'REVIEWED',
    'removal.returned-by-town': 'PROPOSED',
    'removal.risk-removed': 'REMOVED',
    'removal.dropped': 'DROPPED',
    'removal.reverted': 'REVERTED',
    'removal.natural-decrease-recorded': 'CLOSED',
}

/**
 * How far the last case has come, from the names of its events, the first one first. A visit after an upheld
 * objection or a return leads straight to the appraisal, since the signature stays.
 */
export function caseStage(events: readonly string[]): CaseStage | null {
    let stage: CaseStage | null = null
    let visited = false
    for (const event of events) {
        if (event === 'identification.opened') {
            stage = 'OPENED'
            visited = false
        } else if (event === 'identification.household-visited') {
            stage = visited ? 'AUTHORIZED' : 'VISITED'
            visited = true
        } else {
            stage = CASE[event] ?? stage
        }
    }
    return stage
}

export const exitStage = (events: readonly string[]): ExitStage | null =>
    events.reduce<ExitStage | null>((stage, event) => EXIT[event] ?? stage, null)

export const isUndecided = (stage: CaseStage | null): boolean =>
    stage !== null && !['DETERMINED', 'ANNOUNCED', 'REJECTED'].includes(stage)

export const isLeaving = (stage: ExitStage | null): boolean =>
    stage !== null && ['PROPOSED', 'BLOCKED', 'CHECKED', 'APPRAISED', 'REVIEWED'].includes(stage)
