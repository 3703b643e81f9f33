import type { Random } from './Random.ts'

const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '马', '朱', '胡', '郭', '何', '高', '林', '罗'] as const
const GIVEN = ['明', '丽', '军', '芳', '强', '娟', '磊', '敏', '勇', '静', '伟', '霞', '涛', '燕', '鹏', '玲', '波', '艳', '刚', '梅'] as const
const MONGOLIAN = ['巴特尔', '其木格', '苏和', '娜仁', '乌云', '萨仁', '阿拉坦', '那顺', '斯琴', '格日勒', '宝音', '托娅', '朝鲁', '高娃', '孟和', '塔娜', '布和', '琪琪格', '哈斯', '其其格'] as const

/** An invented name; in pasture mostly Mongolian. Whoever bears it does so by chance. */
export function personName(random: Random, mongolian: number): string {
  if (random.next() >= mongolian)
    return `${random.pick(SURNAMES)}${random.pick(GIVEN)}${random.next() < 0.5 ? random.pick(GIVEN) : ''}`
  return `${random.pick(MONGOLIAN)}${random.next() < 0.5 ? random.pick(MONGOLIAN) : ''}`
}
