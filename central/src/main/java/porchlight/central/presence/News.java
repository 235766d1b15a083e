package porchlight.central.presence;

import java.time.Duration;

/** What somebody is to be told about silence. */
public sealed interface News {
  /** One device is silent for so long. */
  record DeviceSilent(String device, String organisation, Step step, Duration quiet)
      implements News {}

  /** So many devices of an organisation, out of those that were heard, fell silent together. */
  record OrganisationSilent(String organisation, Step step, int silent, int of) implements News {}

  /** Most of them are heard again. */
  record OrganisationReturned(String organisation) implements News {}
}
