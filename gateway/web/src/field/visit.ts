import type { Shape } from '@/shared/api/client'

export type Body = Shape<'monitoring.helper.HelperVisitController.VisitRequest'>

/** What became of a visit on this device. What was sent whole is no longer here. */
export type State = 'draft' | 'waiting' | 'conflict' | 'note'

/** How a household signed; on the screen a picture of it goes with the photos. */
export type Signing = '' | 'SCREEN' | 'SIGNATURE' | 'FINGERPRINT'

export const GUARANTEES = ['housingProblem', 'childOutOfSchool', 'waterProblem', 'memberUninsured'] as const

/** What the form holds, as people fill it in. */
export interface Findings {
    mode: Body['mode']
    /** village day and Beijing time of the visit */
    on: string
    time: string
    visitors: string
    met: string[]
    guarantees: Body['guarantees']
    incomeDeltaYuan: string
    changes: string
    measures: string
    needs: string
    nextOn: string
    signed: Signing
    place: Body['place'] | null
    /** digests of files kept beside it */
    photos: string[]
    signature: string | null
}

/** A visit of another day or hand that stands in the way, as the household's file tells it. */
export interface Other {
    visit: string
    on: string
    at: string
    recordedAt: string
    recorder: string
    mode: Body['mode']
    visitors: string[]
    guarantees: Body['guarantees']
    incomeDeltaFen: number
    changes?: string | null
    measures?: string | null
    needs?: string | null
    nextOn?: string | null
    photos: number
}

/** A visit on this device, with both times: when it was made (`findings`) and when it was recorded. */
export interface Record {
    /** chosen here; also its Idempotency-Key */
    visit: string
    household: string
    owner: string
    state: State
    recordedAt: string
    findings: Findings
    /** the service has the visit and waits for photos */
    stored: boolean
    /** decided by a person after a conflict */
    decision: { how: 'anyway' } | { how: 'correction'; of: string } | null
    conflict: { why: string; other: Other | null } | null
}

export const blank = (visitor: string, on: string, time: string): Findings => ({
    mode: 'ONSITE',
    on,
    time,
    visitors: visitor,
    met: [],
    guarantees: {
        housingProblem: false,
        childOutOfSchool: false,
        waterProblem: false,
        memberUninsured: false,
    },
    incomeDeltaYuan: '0',
    changes: '',
    measures: '',
    needs: '',
    nextOn: '',
    signed: '',
    place: null,
    photos: [],
    signature: null,
})

/** Which files go with a visit: its photos, and the signature if there is one. */
export const filesOf = ({ photos, signature }: Findings): string[] =>
    signature ? [...photos, signature] : [...photos]

export const visitorsOf = (text: string): string[] =>
    text
        .split(/[、，,;；\n]/)
        .map((name) => name.trim())
        .filter((name) => name)

/** The visit as the service takes it. */
export function bodyOf({ visit, findings }: Record): Body {
    const { on, time, visitors, incomeDeltaYuan, changes, measures, needs, nextOn, signed, place } = findings
    return {
        visit,
        mode: findings.mode,
        visitors: visitorsOf(visitors),
        met: findings.met,
        guarantees: findings.guarantees,
        incomeDeltaYuan: Number(incomeDeltaYuan || 0),
        signed: signed === '' ? undefined : signed === 'SCREEN' ? 'SIGNATURE' : signed,
        nextOn: nextOn || undefined,
        photos: filesOf(findings),
        changes: changes.trim(),
        measures: measures.trim() || undefined,
        needs: needs.trim() || undefined,
        place: place ?? undefined,
        at: new Date(`${on}T${time}:00+08:00`).toISOString(),
        on,
    }
}

interface Filed extends Omit<Other, 'guarantees'> {
    housingProblem: boolean
    childOutOfSchool: boolean
    waterProblem: boolean
    memberUninsured: boolean
    correctedBy?: string
}

/** The visits of a household's file that nothing took the place of. */
export const standing = (visits: object[]): Other[] =>
    (visits as Filed[])
        .filter((one) => !one.correctedBy)
        .map(({ housingProblem, childOutOfSchool, waterProblem, memberUninsured, ...rest }) => ({
            ...rest,
            guarantees: { housingProblem, childOutOfSchool, waterProblem, memberUninsured },
        }))

/** Of the visits on file the one somebody made on the same day, if it is not this one. */
export const rivalOf = (record: Record, filed: Other[]): Other | null =>
    filed.find((one) => one.on === record.findings.on && one.visit !== record.visit) ?? null
