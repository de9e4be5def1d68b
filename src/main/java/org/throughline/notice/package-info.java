/**
 * Notices by e-mail: what partners' contacts are told, once, without any personal value. Entry type
 * {@link org.throughline.notice.NoticeRound}. Depends on intake and problem.
 */
package org.throughline.notice;
