/**
 * The resident half: the schedule, and the worker that it starts and watches. JDK only; and what it
 * does between cycles is written without lambdas, streams and sums of strings, because the
 * machinery behind the first one costs two of the thirteen megabytes that are its own.
 */
@NullMarked
package porchlight.daemon;

import org.jspecify.annotations.NullMarked;
