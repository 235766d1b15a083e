/** What the pages and the JSON show, as values: knows neither the web server nor SQL. */
@NullMarked
package porchlight.central.views;

import org.jspecify.annotations.NullMarked;
