package dev.hostlab.cli;

import dev.hostlab.routing.Routing;
import dev.hostlab.theory.QueueModel;
import dev.hostlab.theory.QueueModel.Discipline;
import dev.hostlab.theory.QueueModel.Load;
import dev.hostlab.validation.Issue;
import java.util.List;

/// What cannot go together in a queue.
///
/// @param issues problems found so far
record QueueChecks(QueueModel model, List<Issue> issues) {

    private static final int MOST_QUEUES = 100_000;

    void check() {
        var servers = model.servers();
        var ownQueues = model.routing() != Routing.CENTRAL;
        if (ownQueues && servers.onDemand().isPresent()) {
            refuse("--setup", "Servers that start on demand have one queue.", "Leave --routing at central.");
        }
        if (ownQueues && model.load() instanceof Load.Scheduled) {
            refuse("--schedule", "A schedule of servers has one queue.", "Leave --routing at central.");
        }
        if (ownQueues && servers.count() > MOST_QUEUES) {
            refuse("--c", "So many queues of their own do not fit.", "Give " + MOST_QUEUES + " or fewer.");
        }
        if (model.service().discipline() == Discipline.PS) {
            checkSharing();
        }
        if (servers.onDemand().isPresent() && model.load() instanceof Load.Scheduled) {
            refuse("--setup", "A schedule says itself how many servers there are.", "Leave out one of the two.");
        }
    }

    private void checkSharing() {
        if (model.limits().patience().isPresent()) {
            refuse("--patience", "Where servers are shared nobody waits to be served.", "Leave it out, or use fcfs.");
        }
        if (model.servers().onDemand().isPresent()) {
            refuse("--setup", "Where servers are shared none starts for a request.", "Leave it out, or use fcfs.");
        }
    }

    private void refuse(String path, String problem, String advice) {
        issues.add(new Issue(path, problem, advice));
    }
}
