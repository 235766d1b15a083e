/** Enrolment, the device key, signatures, the spool and delivery to central. */
@NullMarked
package porchlight.uplink;

import org.jspecify.annotations.NullMarked;
