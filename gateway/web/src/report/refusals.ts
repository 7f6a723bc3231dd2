import type { Problem } from '@/shared/api/problem'
import { isName, isPhone, type Draft, type Spot } from './draft'

const FIELDS: Record<string, Spot> = {
    village: 'village',
    name: 'name',
    phone: 'phone',
    members: 'members',
    reasons: 'reasons',
    text: 'text',
    'delegate.name': 'delegateName',
    'delegate.phone': 'delegatePhone',
    'delegate.relation': 'right',
    'delegate.office': 'right',
}

const RULES: Record<string, Spot> = {
    'division.unknown': 'village',
    'division.unknown-village': 'village',
    'clue.risks-count': 'reasons',
    'clue.risks-repeated': 'reasons',
    'report.other-needs-text': 'text',
    'report.delegate-unexplained': 'right',
}

/** Where on the form the service's refusal belongs, in the service's own words; empty for what has no field. */
export function placed(problem: Problem, draft: Draft): Partial<Record<Spot, string>> {
    const found: Partial<Record<Spot, string>> = {}
    for (const error of problem.errors ?? []) {
        const spot = FIELDS[error.field]
        if (spot) found[spot] = error.detail || problem.detail || problem.title
    }
    const spot = spotOf(problem.code, draft)
    if (spot) found[spot] ??= problem.detail || problem.title
    return found
}

function spotOf(code: string, draft: Draft): Spot | undefined {
    // The rule does not say whose: the delegate's, when the applicant's can be right.
    if (code === 'person.name-malformed') {
        return draft.forOther && isName(draft.name) ? 'delegateName' : 'name'
    }
    if (code === 'person.phone-malformed') {
        return draft.forOther && isPhone(draft.phone) ? 'delegatePhone' : 'phone'
    }
    return RULES[code]
}
