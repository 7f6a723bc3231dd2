import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Refused, Unreachable } from '@/shared/api/problem'
import { send, type Doors } from './sync'
import { blank, bodyOf, rivalOf, standing, visitorsOf, type Other, type Record } from './visit'

const MINE = '11111111-1111-4111-8111-111111111111'
const THEIRS = '22222222-2222-4222-8222-222222222222'

const record = (): Record => ({
    visit: MINE,
    household: 'h',
    owner: 'first-secretary',
    state: 'waiting',
    recordedAt: '2026-03-05T06:10:00Z',
    findings: { ...blank('驻村第一书记', '2026-03-05', '14:02'), photos: ['a', 'b'] },
    stored: false,
    decision: null,
    conflict: null,
})

const other = (on: string, visit = THEIRS): Other => ({
    visit,
    on,
    at: `${on}T01:00:00Z`,
    recordedAt: `${on}T02:00:00Z`,
    recorder: 'village',
    mode: 'PHONE',
    visitors: [],
    guarantees: blank('', '', '').guarantees,
    incomeDeltaFen: 0,
    photos: 0,
})

const refusal = (status: number, code = 'helper.date-before') => new Refused({ code, title: '', status })

let doors: { [D in keyof Doors]: ReturnType<typeof vi.fn> }

beforeEach(() => {
    doors = {
        filed: vi.fn(async () => []),
        send: vi.fn(async () => ({})),
        photo: vi.fn(async () => ({})),
        keep: vi.fn(async () => undefined),
        dropPhoto: vi.fn(async () => undefined),
        drop: vi.fn(async () => undefined),
        words: vi.fn((problem: Refused) => problem.problem.code),
    }
})

const sent = (one: Record) => send(one, doors as unknown as Doors)

describe('a visit', () => {
    test('leaves the device once the service has it and its photos', async () => {
        expect(await sent(record())).toBe('sent')
        expect(doors.photo).toHaveBeenCalledTimes(2)
        expect(doors.drop).toHaveBeenCalledOnce()
    })

    test('stays when no answer came, and is sent again as the same', async () => {
        doors.send.mockRejectedValueOnce(new Unreachable())
        const one = record()
        expect(await sent(one)).toBe('later')
        expect(doors.drop).not.toHaveBeenCalled()
        doors.filed.mockResolvedValueOnce([other('2026-03-05', MINE)])
        expect(await sent(one)).toBe('sent')
        expect(doors.send.mock.calls.map(([given]) => (given as Record).visit)).toEqual([MINE, MINE])
    })

    test('stays while its photos do not get through, and is not sent twice', async () => {
        doors.photo.mockResolvedValueOnce({}).mockRejectedValueOnce(refusal(503))
        const one = record()
        expect(await sent(one)).toBe('later')
        expect(one.stored).toBe(true)
        expect(await sent(one)).toBe('sent')
        expect(doors.send).toHaveBeenCalledOnce()
    })

    test('waits with its photos for a service that takes none yet', async () => {
        doors.photo.mockRejectedValue(refusal(405, 'request.method'))
        const one = record()
        expect(await sent(one)).toBe('photos')
        expect(one.state).toBe('waiting')
        expect(doors.dropPhoto).not.toHaveBeenCalled()
    })

    test('waits for a person when somebody else recorded one of the same day', async () => {
        doors.filed.mockResolvedValue([other('2026-03-04'), other('2026-03-05')])
        const one = record()
        expect(await sent(one)).toBe('conflict')
        expect(doors.send).not.toHaveBeenCalled()
        expect(one).toMatchObject({ state: 'conflict', conflict: { other: { on: '2026-03-05' } } })
        one.decision = { how: 'anyway' }
        expect(await sent(one)).toBe('sent')
    })

    test('that the service has already is no rival of another of that day', async () => {
        doors.filed.mockResolvedValue([other('2026-03-05'), other('2026-03-05', MINE)])
        expect(await sent(record())).toBe('sent')
    })

    test('waits for a person when it is refused, with what was said and what is on file', async () => {
        doors.filed.mockResolvedValue([other('2026-03-01'), other('2026-03-04')])
        doors.send.mockRejectedValue(refusal(409))
        const one = record()
        expect(await sent(one)).toBe('conflict')
        expect(one.conflict).toMatchObject({ why: 'helper.date-before', other: { on: '2026-03-04' } })
        expect(doors.drop).not.toHaveBeenCalled()
    })

    test('stays when nobody is signed in, or when too many asked', async () => {
        doors.filed.mockRejectedValueOnce(refusal(401))
        expect(await sent(record())).toBe('sign-in')
        doors.send.mockRejectedValueOnce(refusal(429))
        expect(await sent(record())).toBe('later')
        expect(doors.drop).not.toHaveBeenCalled()
    })
})

describe('what is sent', () => {
    test('holds the moment of the visit in Beijing time, and the day in the village', () => {
        expect(bodyOf(record())).toMatchObject({ at: '2026-03-05T06:02:00.000Z', on: '2026-03-05' })
    })

    test('names the signature among the photos', () => {
        const one = record()
        Object.assign(one.findings, { signed: 'SCREEN', signature: 'c' })
        expect(bodyOf(one)).toMatchObject({ signed: 'SIGNATURE', photos: ['a', 'b', 'c'] })
    })

    test('takes visitors apart', () => {
        expect(visitorsOf('村委会、 第一书记，工作队,')).toEqual(['村委会', '第一书记', '工作队'])
    })

    test('minds no visit that another took the place of', () => {
        const filed = standing([
            { ...other('2026-03-05'), correctedBy: 'x' },
            { ...other('2026-03-04'), housingProblem: true },
        ])
        expect(filed.map((one) => one.on)).toEqual(['2026-03-04'])
        expect(filed[0]?.guarantees.housingProblem).toBe(true)
        expect(rivalOf(record(), filed)).toBeNull()
    })
})
