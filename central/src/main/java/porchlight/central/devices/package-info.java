/** What central makes of the reports of one device: pure, knows neither HTTP nor SQL. */
@NullMarked
package porchlight.central.devices;

import org.jspecify.annotations.NullMarked;
