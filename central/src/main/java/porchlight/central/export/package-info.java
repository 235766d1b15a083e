/** What is known, in the forms that other programs take: CSV, JSON, OCSF, Prometheus. Pure. */
@NullMarked
package porchlight.central.export;

import org.jspecify.annotations.NullMarked;
