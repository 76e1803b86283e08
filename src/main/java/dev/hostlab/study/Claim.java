package dev.hostlab.study;

/// What a CTO reported in 2023 after leaving Elastic Beanstalk for Fargate, one claim each.
public enum Claim {
    LOGS("logs", "Logs", "Getting at logs costs time on Beanstalk."),
    CONFIGURATION("configuration", "Configuration updates", "Updates of the configuration get stuck and cost hours."),
    GITHUB("github", "GitHub integration", "Deploying from GitHub needs glue of one's own."),
    DELIVERY("delivery", "CI/CD", "Deployments cost more attention than on ECS."),
    SCALING("scaling", "Scaling controls", "Beanstalk cannot scale on the metrics that matter, and it shows."),
    TASK_PRICE("task-price", "Fargate's price", "A task costs more on Fargate."),
    FIRST_MONTH("first-month", "The migration", "The hours saved paid for the move in the first month.");

    private final String id;
    private final String title;
    private final String statement;

    Claim(String id, String title, String statement) {
        this.id = id;
        this.title = title;
        this.statement = statement;
    }

    /// The name in files.
    public String id() {
        return id;
    }

    /// What it is about, in a word or two.
    public String title() {
        return title;
    }

    public String statement() {
        return statement;
    }
}
