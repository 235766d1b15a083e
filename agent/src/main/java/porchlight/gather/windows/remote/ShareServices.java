package porchlight.gather.windows.remote;

import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Sharing.Audience;
import porchlight.gather.windows.ServiceStates;
import porchlight.machine.Machine;
import porchlight.machine.ReadServices;

/** The services by which Windows offers something: what does not run offers nothing. */
final class ShareServices {
  static final String FILES = "LanmanServer";
  static final String INTERNET = "SharedAccess";
  static final String MEDIA = "WMPNetworkSvc";
  static final String SMB1 = "srv";
  static final ReadServices SERVICES = new ReadServices(FILES, INTERNET, MEDIA, SMB1);

  private ShareServices() {}

  static ServiceStates ask(Machine machine) {
    return ServiceStates.ask(machine, SERVICES);
  }

  /** Nobody, unless it runs; then {@code otherwise} says what is not known. */
  static Reading<Audience> unlessOff(ServiceStates services, String name, String otherwise) {
    return services
        .runs(name)
        .flatMap(on ->
            on ? Reading.unknown(Reason.NOT_SUPPORTED, otherwise) : Reading.known(Audience.NOBODY));
  }
}
