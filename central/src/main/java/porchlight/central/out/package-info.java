/** What central tells others by itself: webhooks and mail; the only room that calls out. */
@NullMarked
package porchlight.central.out;

import org.jspecify.annotations.NullMarked;
