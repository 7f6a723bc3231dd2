import type { Shape } from '@/shared/api/client'

export type Version = Shape<'monitoring.toolbox.table.PolicyTable.Entry'>
export type Terms = Shape<'monitoring.toolbox.PolicyController.TermsRequest'>

/** A policy as it stands, and every version of it, the latest first. */
export interface Policy {
    now: Version
    versions: Version[]
}

/** The versions of a list put together; they come policy by policy, the latest first. */
export function policiesOf(versions: readonly Version[]): Policy[] {
    const policies = new Map<string, Policy>()
    for (const version of versions) {
        const known = policies.get(version.policy)
        if (known) known.versions.push(version)
        else policies.set(version.policy, { now: version, versions: [version] })
    }
    return [...policies.values()]
}

/** How a version stands on a day: a key of words. */
export function standing({ from, until, withdrawnFrom }: Version, day: string): string {
    if (withdrawnFrom) return 'withdrawn'
    if (from > day) return 'later'
    return until && until < day ? 'over' : 'inForce'
}

/** What a form is filled with, all of it text. */
export interface Draft {
    title: string
    family: string
    risks: string[]
    eligibility: string
    amount: string
    unit: string
    standard: string
    documents: string
    window: string
    from: string
    until: string
    source: string
}

export const draftOf = (version?: Version): Draft => ({
    title: version?.title ?? '',
    family: version?.family ?? '',
    risks: [...(version?.risks ?? [])],
    eligibility: version?.eligibility ?? '',
    amount: version?.amountYuan == null ? '' : String(version.amountYuan),
    unit: version?.unit ?? '',
    standard: version?.standard ?? '',
    documents: (version?.documents ?? []).join('\n'),
    window: version?.window ?? '',
    from: version?.from ?? '',
    until: version?.until ?? '',
    source: version?.source ?? '',
})

export const isComplete = (draft: Draft): boolean =>
    [
        draft.title,
        draft.family,
        draft.eligibility,
        draft.unit,
        draft.standard,
        draft.window,
        draft.from,
        draft.source,
    ].every((text) => text.trim() !== '') &&
    (draft.amount.trim() === '' || Number(draft.amount) > 0)

export const termsOf = (draft: Draft): Terms => ({
    title: draft.title.trim(),
    family: draft.family as Terms['family'],
    risks: draft.risks as Terms['risks'],
    eligibility: draft.eligibility,
    amountYuan: draft.amount.trim() === '' ? undefined : Number(draft.amount),
    unit: draft.unit.trim(),
    standard: draft.standard.trim(),
    documents: draft.documents
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    window: draft.window.trim(),
    from: draft.from,
    until: draft.until || undefined,
    source: draft.source.trim(),
})
