package porchlight.gather.linux.remote;

import porchlight.gather.RemoteSigns.Kind;
import porchlight.gather.remote.Running;
import porchlight.machine.Question.Processes;

/** Those that run on Linux. */
final class RunningNames {
  static final Running RUNNING =
      Running.of(LinuxRemoteTools.SIGNS.of(LinuxRemoteTools.SYSTEM, Kind.PROCESS));
  static final Processes PROCESSES = RUNNING.question();

  private RunningNames() {}
}
