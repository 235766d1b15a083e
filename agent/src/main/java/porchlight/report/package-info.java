/** What is sent to central. */
@NullMarked
package porchlight.report;

import org.jspecify.annotations.NullMarked;
