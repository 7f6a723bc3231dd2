import type { Words } from '@/shared/words'

const words: Words = {
    zh: {
        home: '首页',
        lost: '没有这个页面',
        lostHint: '地址可能抄错了，请从菜单进入。',
        menu: '主菜单',
        bunch: {
            3: '统计与走访',
            4: '数据',
            5: '政策与激励',
            6: '责任与资料',
            8: '运行与账号',
        },
        skip: '跳到正文',
        welcome: '防止返贫监测与帮扶',
        who: '{name}（{role}，{place}）',
        signInFirst: '请登录后使用。农户自主申报不需要登录，请扫村里的二维码或点此：',
        report: '自主申报',
        signedOut: '登录已结束。重新登录后回到本页。',
        noOffice: '该账号当前没有岗位，请联系管理员。',
    },
    en: {
        home: 'Home',
        lost: 'No such page',
        lostHint: 'The address may be mistyped. Please use the menu.',
        menu: 'Main menu',
        bunch: {
            3: 'Figures and visits',
            4: 'Data',
            5: 'Policies',
            6: 'Duties and papers',
            8: 'Operation',
        },
        skip: 'Skip to content',
        welcome: 'Monitoring and help against falling back into poverty',
        who: '{name} ({role}, {place})',
        signInFirst:
            'Please sign in. Households report without signing in: scan the village’s QR code or go here:',
        report: 'Self-report',
        signedOut: 'You are signed out. Sign in to come back to this page.',
        noOffice: 'This account holds no office now. Please ask an administrator.',
    },
}

export default words
