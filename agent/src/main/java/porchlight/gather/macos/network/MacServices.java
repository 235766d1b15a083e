package porchlight.gather.macos.network;

import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading.Known;
import porchlight.gather.macos.Launchd;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * What macOS itself serves. Until the first visitor comes, its sockets are held by launchd, whom
 * only root sees; so each is named after its switch. Only who listens at such a port is asked for.
 */
record MacServices(Machine machine) {
  private static final int SSH = 22;
  private static final int SMB = 445;
  private static final int ARD = 3283;
  private static final int VNC = 5900;

  /** The service with its name, where it has none better. */
  Service named(Service service) {
    if (!service.process().isEmpty() && !service.process().equals("launchd")) {
      return service;
    }
    String name = name(service);
    return name.isEmpty()
        ? service
        : new Service(service.protocol(), service.address(), service.port(), service.reach(), name);
  }

  private String name(Service service) {
    boolean tcp = service.protocol() == Protocol.TCP;
    return switch (service.port()) {
      case SSH -> tcp && isOn(Launchd.REMOTE_LOGIN) ? "Remote Login" : "";
      case SMB -> tcp && isOn(Launchd.FILE_SHARING) ? "File Sharing" : "";
      case ARD -> isManaged() ? "Remote Management" : "";
      case VNC ->
          tcp && isManaged()
              ? "Remote Management"
              : tcp && isOn(Launchd.SCREEN_SHARING) ? "Screen Sharing" : "";
      default -> "";
    };
  }

  private boolean isOn(Run service) {
    return Launchd.isOn(service, machine.ask(service)) instanceof Known<Boolean>(var on) && on;
  }

  private boolean isManaged() {
    return machine.ask(Launchd.REMOTE_MANAGEMENT) instanceof Answer.Said;
  }
}
