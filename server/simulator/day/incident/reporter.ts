import type { Chance } from '../Chance.ts'

const HAN = ['王', '李', '张', '刘', '陈', '杨', '赵', '周', '吴', '孙', '马', '郭'] as const
const GIVEN = ['建国', '桂兰', '志强', '秀英', '海燕', '小军', '文娟', '立新', '春梅', '永刚', '晓东', '玉珍'] as const
const MONGOLIAN = ['巴特尔', '其其格', '乌日娜', '朝鲁', '萨日娜', '布和', '高娃', '额尔敦', '阿拉坦', '娜仁'] as const

/** A caller who does not exist. Telephone numbers lie in a block that is not given out; an identity number has no division. */
export function reporter(chance: Chance, kind: 'urban' | 'town' | 'pastoral', withIdentity: boolean) {
  const name = chance.happens(kind === 'pastoral' ? 0.65 : 0.2) ? chance.pick(MONGOLIAN) : chance.pick(HAN) + chance.pick(GIVEN)
  return {
    name: `${name}（虚构）`,
    phone: `1990009${String(chance.whole(0, 9999)).padStart(4, '0')}`,
    ...(withIdentity && { identityNumber: `00000019000101${String(chance.whole(0, 999)).padStart(3, '0')}X` }),
  }
}
