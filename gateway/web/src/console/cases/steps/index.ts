import type { At } from '../at'
import type { Step } from '../step'
import { comparison } from './comparison'
import { help } from './help'
import { identification } from './identification'
import { match } from './match'
import { register } from './register'
import { removal } from './removal'

export const steps: readonly Step[] = [
    ...identification,
    ...comparison,
    ...help,
    ...removal,
    ...register,
    ...match,
]

// A step of the work list that is done by one of several.
const ALIKE: Record<string, readonly string[]> = {
    ANSWER_APPEAL: ['GRANT_APPEAL', 'DISMISS_APPEAL'],
    PLAN_DEVELOPMENTAL_MEASURE: ['PLAN_MEASURE'],
    RESOLVE_OBJECTION: ['RESOLVE_OBJECTION', 'RESOLVE_NOTICE_OBJECTION'],
}

/** The steps by which something of the work list is done; several where a person chooses. */
export const stepsFor = (key: string, at: At): Step[] =>
    (ALIKE[key] ?? [key])
        .map((one) => steps.find((step) => step.key === one))
        .filter((step): step is Step => step !== undefined && step.bars(at) !== null)
