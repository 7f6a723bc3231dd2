import type { Generation, View, ViewAct } from './asking'

/** What may be done with a read model as it stands; the service has the last word. */
export function actsOf(view: View): ViewAct[] {
    const has = (state: Generation['state']) =>
        view.generations.some((one) => one.state === state && one.version === view.version)
    const acts: ViewAct[] = []
    const beside = has('BUILDING') || has('READY')
    if (!beside && !has('PREVIOUS')) acts.push('rebuild')
    if (has('READY') || has('PREVIOUS')) acts.push('compare')
    if (has('READY')) acts.push('switch')
    if (beside) acts.push('abandon')
    if (has('PREVIOUS')) acts.push('roll-back')
    return acts
}

/** Rows nobody answers from and nobody builds. */
export const mayDrop = ({ state }: Generation): boolean =>
    state === 'PREVIOUS' || state === 'ABANDONED' || state === 'OTHER_VERSION'

/** Whether the last comparison still counts and found the two the same. */
export const isSame = (view: View): boolean => {
    const parity = view.comparison?.counts ? view.comparison.parity : undefined
    return parity ? parity.missing + parity.extra + parity.differing === 0 : false
}
