/** What may come in, and what is refused, and why: knows neither the web server nor SQL. */
@NullMarked
package porchlight.central.intake;

import org.jspecify.annotations.NullMarked;
