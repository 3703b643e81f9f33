/** The staff chain of a grid: grid leader 网格长, full-time worker 专职网格员, building head 楼栋长 or Party-member centre household 党员中心户, volunteer 志愿者. */
export const POSTS = ['gridLeader', 'gridWorker', 'buildingHead', 'centreHousehold', 'volunteer'] as const

export type Post = (typeof POSTS)[number]
