/** What 广告法 forbids; the list of the store's reviewers was not found. */
export const superlative = /国家级|最高级|最佳|第一品牌|顶级|独一无二|全网最|全球第一|史上最/

/** A phone number, mobile or not, as it is written in China. */
export const phone = /(?<!\d)(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|400-?\d{3}-?\d{4})(?!\d)/
