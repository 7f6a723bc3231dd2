import { expect, it } from 'vitest'
import { factName, factWords } from './facts'

const place = (code: string) => `村${code}`

it('tells facts in words', () => {
    expect(factWords('monitored', 'true', place)).toBe('是')
    expect(factWords('risks', 'ILLNESS,WATER', place)).toBe('因病、因安全饮水')
    expect(factWords('baseType', 'LIFTED', place)).toBe('脱贫户')
    expect(factWords('ages', '7,35,36', place)).toBe('7、35、36')
    expect(factWords('village', '440233101203', place)).toBe('村440233101203')
    expect(factWords('category', '', place)).toBe('')
})

it('shows amounts in yuan', () => {
    expect(factName('incomePerHeadFen')).toBe('人均可支配收入')
    expect(factWords('incomePerHeadFen', '1161000', place)).toBe('11,610.00')
})
