import { expect, it } from 'vitest'
import { draftOf, isAmount, isComplete, isLatest, termsOf, type Line } from './terms'

const line = (version: string): Line => ({
    version,
    line: version.slice(0, -2),
    area: '440233',
    year: 2025,
    amountYuan: 11610,
    inclusive: true,
    basis: 'DISPOSABLE_INCOME',
    documentNo: '示范文件',
    effectiveFrom: '2025-01-01',
    derivation: '',
    on: '2025-01-01',
})

it('takes amounts of yuan with two decimals at most', () => {
    expect(['11610', '11610.5', '0.01'].every(isAmount)).toBe(true)
    expect(['', '0', '-1', '1.234', '12345678', '1e3'].some(isAmount)).toBe(false)
})

it('begins a correction with the line as it is', () => {
    expect(termsOf(draftOf(line('line-440233-2025@0'), '', 2026)).amountYuan).toBe(11610)
    expect(isComplete(draftOf(null, '440233', 2026))).toBe(false)
})

it('knows the version that counts', () => {
    const lines = [line('line-440233-2025@1'), line('line-440233-2025@0')]
    expect(lines.map((each) => isLatest(lines, each))).toEqual([true, false])
})
