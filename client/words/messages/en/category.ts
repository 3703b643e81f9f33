export { categoryNamesEn as default } from '../../../../shared/words/category/categoryNamesEn.ts'
