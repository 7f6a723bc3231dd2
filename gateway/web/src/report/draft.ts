import type { Shape } from '@/shared/api/client'

export type Form = Shape<'monitoring.report.PublicReportController.SubmitReportRequest'>
export type Risk = Form['reasons'][number]

/** What a household is filling in. `right` says by what right a delegate speaks: `relation:CHILD`. */
export interface Draft {
    village: string
    name: string
    phone: string
    members: string
    reasons: Risk[]
    text: string
    forOther: boolean
    delegate: { name: string; phone: string; right: string }
    consent: boolean
}

/** Where on the form something is wrong, from the top down. */
export const SPOTS = [
    'village',
    'delegateName',
    'delegatePhone',
    'right',
    'name',
    'phone',
    'members',
    'reasons',
    'text',
    'photos',
    'consent',
] as const
export type Spot = (typeof SPOTS)[number]

/** The risks as the form shows them; what is not among them is told in words. */
export const RISKS: readonly Risk[] = [
    'ILLNESS',
    'DISABILITY',
    'SCHOOLING',
    'ACCIDENT',
    'UNSTABLE_WORK',
    'LABOUR_SHORTAGE',
    'INDUSTRY_FAILURE',
    'NATURAL_DISASTER',
    'HOUSING',
    'WATER',
    'OTHER',
]
export const MOST_RISKS = 5
export const MOST_PHOTOS = 6
export const LONGEST_TEXT = 500
const MOST_MEMBERS = 30

// The service decides; a form that waits for a network must not learn of a slip days later.
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}·•. '-]{0,39}$/u
const PHONE = /^(1[3-9]\d{9}|0751\d{7})$/

export const isName = (text: string): boolean => NAME.test(text.trim())
export const isPhone = (text: string): boolean => PHONE.test(text.replace(/[\s-]/g, ''))

export const emptyDraft = (village = ''): Draft => ({
    village,
    name: '',
    phone: '',
    members: '',
    reasons: [],
    text: '',
    forOther: false,
    delegate: { name: '', phone: '', right: '' },
    consent: false,
})

/** Whether anything of a household is in it. */
export const isBegun = (draft: Draft): boolean =>
    [draft.name, draft.phone, draft.members, draft.text, draft.delegate.name, draft.delegate.phone].some(
        (text) => text.trim() !== '',
    ) || draft.reasons.length > 0

/** What is wrong with a draft: the spot and the key of the words for it. */
export function slips(draft: Draft): Partial<Record<Spot, string>> {
    const found: Partial<Record<Spot, string>> = {}
    const need = (spot: Spot, good: boolean, words: string = spot) => {
        if (!good) found[spot] = `report.slip.${words}`
    }
    need('village', draft.village.length === 12)
    if (draft.forOther) {
        need('delegateName', isName(draft.delegate.name))
        need('delegatePhone', isPhone(draft.delegate.phone), 'phone')
        need('right', draft.delegate.right !== '')
    }
    need('name', isName(draft.name))
    need('phone', isPhone(draft.phone))
    const members = Number(draft.members)
    need('members', Number.isInteger(members) && members >= 1 && members <= MOST_MEMBERS)
    need('reasons', draft.reasons.length > 0)
    need('text', !draft.reasons.includes('OTHER') || draft.text.trim() !== '')
    need('consent', draft.consent)
    return found
}

/** The draft as it is sent. */
export function formOf(draft: Draft): Form {
    const [kind, code] = draft.delegate.right.split(':')
    return {
        village: draft.village,
        name: draft.name.trim(),
        phone: draft.phone,
        members: Number(draft.members),
        reasons: [...draft.reasons],
        ...(draft.text.trim() && { text: draft.text.trim() }),
        ...(draft.forOther && {
            delegate: {
                name: draft.delegate.name.trim(),
                phone: draft.delegate.phone,
                ...(kind && { [kind]: code }),
            },
        }),
    }
}
