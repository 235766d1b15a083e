/** The worker: one cycle of gather, judge, report and deliver. */
@NullMarked
package porchlight.daemon.worker;

import org.jspecify.annotations.NullMarked;
