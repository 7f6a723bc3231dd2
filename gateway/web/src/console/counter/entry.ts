import type { Shape } from '@/shared/api/client'
import type { Problem } from '@/shared/api/problem'

export type Recorded = Shape<'monitoring.report.ReportController.RecordReportRequest'>
export type Risk = Recorded['reasons'][number]

/** What a clerk types while somebody calls or stands at the window. */
export interface Entry {
    way: 'WINDOW' | 'PHONE'
    village: string
    name: string
    phone: string
    /** where the call came from, if not from the applicant's own number */
    caller: string
    members: string
    reasons: Risk[]
    text: string
    idNumber: string
    on: string
}

export type Spot = Exclude<keyof Entry, 'way'>
export type Slips = Partial<Record<Spot, string>>

export const MOST_RISKS = 5
const MOST_MEMBERS = 30

/** The risks in the order of the national form. */
export const RISKS: readonly Risk[] = [
    'ILLNESS',
    'SCHOOLING',
    'DISABILITY',
    'NATURAL_DISASTER',
    'ACCIDENT',
    'INDUSTRY_FAILURE',
    'UNSTABLE_WORK',
    'LABOUR_SHORTAGE',
    'HOUSING',
    'WATER',
    'OTHER',
]

/** The keys that choose a risk, in the order in which the risks are shown. */
export const RISK_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-'] as const

export const emptyEntry = (way: Entry['way'], village: string, on: string): Entry => ({
    way,
    village,
    name: '',
    phone: '',
    caller: '',
    members: '',
    reasons: [],
    text: '',
    idNumber: '',
    on,
})

/** Chosen, or no longer chosen; a sixth is not taken. */
export const toggled = (chosen: readonly Risk[], risk: Risk): Risk[] =>
    chosen.includes(risk) ? chosen.filter((one) => one !== risk) : [...chosen, risk].slice(0, MOST_RISKS)

/** What is missing: the spot and the key of the words for it. The rest the service decides. */
export function missing(entry: Entry): Slips {
    const found: Slips = {}
    const need = (spot: Spot, good: boolean) => {
        if (!good) found[spot] = `counter.slip.${spot}`
    }
    const members = Number(entry.members)
    need('village', entry.village.length === 12)
    need('name', entry.name.trim() !== '')
    need('phone', entry.phone.trim() !== '')
    need('members', Number.isInteger(members) && members >= 1 && members <= MOST_MEMBERS)
    need('reasons', entry.reasons.length > 0)
    need('text', !entry.reasons.includes('OTHER') || entry.text.trim() !== '')
    need('on', entry.on !== '')
    return found
}

export function requestOf(entry: Entry): Recorded {
    return {
        way: entry.way,
        village: entry.village,
        name: entry.name.trim(),
        phone: entry.phone.trim(),
        members: Number(entry.members),
        reasons: [...entry.reasons],
        on: entry.on,
        ...(entry.text.trim() && { text: entry.text.trim() }),
        ...(entry.idNumber.trim() && { idNumber: entry.idNumber.trim() }),
        ...(entry.way === 'PHONE' && { callerPhone: entry.caller.trim() || entry.phone.trim() }),
    }
}

const RULES: Record<string, Spot> = {
    'person.name-malformed': 'name',
    'person.id-number-birth-date': 'idNumber',
    'person.id-number-check-digit': 'idNumber',
    'person.id-number-malformed': 'idNumber',
    'person.document-malformed': 'idNumber',
    'division.unknown-village': 'village',
    'clue.risks-count': 'reasons',
    'clue.risks-repeated': 'reasons',
    'report.other-needs-text': 'text',
    'report.date-ahead': 'on',
}

const isPhone = (text: string): boolean => /^(1[3-9]\d{9}|0751\d{7})$/.test(text.replace(/[\s-]/g, ''))

/** Where a refusal belongs, in the service's own words. */
export function placed(problem: Problem, entry: Entry): Slips {
    const found: Slips = {}
    for (const { field, detail } of problem.errors ?? []) {
        const spot = field === 'callerPhone' ? 'caller' : field
        if (spot in entry && spot !== 'way') found[spot as Spot] = detail || problem.detail || problem.title
    }
    const phone = entry.caller && isPhone(entry.phone) ? 'caller' : 'phone'
    const spot = problem.code === 'person.phone-malformed' ? phone : RULES[problem.code]
    if (spot) found[spot] ??= problem.detail || problem.title
    return found
}
