import { usePlaces } from '@/shared/places'
import type { Role } from '../roles'
import type { At } from './at'
import type { Fields, FieldsOf, Values } from './fields'

/** Why a step cannot be taken yet: a key of `cases.bar`, with what stands in its words. */
export interface Bar {
    why: string
    with?: Record<string, unknown>
}

/** Where a step is offered: in a list of what can be done now, or, for `visit`, at the visit itself. */
export type Group =
    'case' | 'comparison' | 'appeal' | 'help' | 'helper' | 'visit' | 'removal' | 'register' | 'match'

/** One step of a procedure: who takes it, when, and what is told with it. */
export interface Step {
    /** also a code of `todo-step` */
    key: string
    group: Group
    roles: readonly Role[]
    /** what stands in its way; empty when nothing does, null when it is not its turn at all */
    bars: (at: At) => Bar[] | null
    /** chosen in the form and part of the address */
    path?: (at: At) => Fields
    fields: (at: At) => Fields
    /** the form of a visit among what is filled in */
    visit?: (values: Values) => Values
    /** below the household */
    address: (path: Values) => string
}

interface StepOf<B> extends Omit<Step, 'fields' | 'address'> {
    fields: (at: At) => FieldsOf<B>
    address: string | ((path: Values) => string)
}

/** A step whose form asks for what its request `B` holds, neither more nor less. */
export const step = <B>(of: StepOf<B>): Step => {
    const { address } = of
    return {
        ...of,
        fields: (at) => of.fields(at) as Fields,
        address: typeof address === 'string' ? () => address : address,
    }
}

export const mayTake = (step: Step, role: Role | null | undefined): boolean =>
    role !== null && role !== undefined && step.roles.includes(role)

/** Nothing stands in the way while `turn`; otherwise it is not its turn. */
export const when = (turn: boolean, ...bars: (Bar | false)[]): Bar[] | null =>
    turn ? bars.filter((bar): bar is Bar => bar !== false) : null

export const villageOf = (at: At): string => usePlaces().whole(at.file.division)
