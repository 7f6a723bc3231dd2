import { describe, expect, it } from 'vitest'
import { differences } from './compare'

describe('two states of a file', () => {
    it('differ where a figure is another', () => {
        expect(differences({ baseType: 'LIFTED' }, { baseType: 'ORDINARY' })).toEqual([
            { path: 'baseType', then: 'LIFTED', today: 'ORDINARY' },
        ])
        expect(differences({ a: { b: 1 } }, { a: { b: 1 } })).toEqual([])
    })

    it('compare the rows of a list by what tells them apart', () => {
        const then = { members: [{ member: 'm1', labour: 'LOST' }] }
        const today = {
            members: [
                { member: 'm2', labour: 'ORDINARY' },
                { member: 'm1', labour: 'ORDINARY' },
            ],
        }
        expect(differences(then, today)).toEqual([
            { path: 'members[m1].labour', then: 'LOST', today: 'ORDINARY' },
            { path: 'members[m2]', then: undefined, today: today.members[0] },
        ])
    })

    it('say once that a part was not there yet', () => {
        const visit = { on: '2025-03-05', members: 3 }
        expect(
            differences({ cycles: [{ cycle: 1, visit: null }] }, { cycles: [{ cycle: 1, visit }] }),
        ).toEqual([{ path: 'cycles[1].visit', then: null, today: visit }])
    })

    it('do not tell a missing part from an empty one', () => {
        expect(differences({ exits: [], closed: null }, { exits: null })).toEqual([])
        expect(differences({}, { exits: [{ attempt: 1 }] })).toEqual([
            { path: 'exits[1]', then: undefined, today: { attempt: 1 } },
        ])
    })
})
