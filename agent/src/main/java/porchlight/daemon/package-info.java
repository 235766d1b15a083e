/** The resident half: the schedule, and the worker that it starts and watches. JDK only. */
@NullMarked
package porchlight.daemon;

import org.jspecify.annotations.NullMarked;
