package io.quantloom.engine.model.learning;

import io.quantloom.engine.model.TrainedModel;

/** A model of our own, in Java's memory: asks its form, whose answer to a row cannot depend on the rows beside it. */
public final class RowModel implements TrainedModel {

    private final String learner;
    private final RowForm form;

    /** Takes the form over. */
    public RowModel(String learner, RowForm form) {
        this.learner = learner;
        this.form = form;
    }

    @Override
    public String learner() {
        return learner;
    }

    @Override
    public double[] probabilities(double[][] rows) {
        double[] probabilities = margins(rows);
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = form.probability(probabilities[i]);
        }
        return probabilities;
    }

    @Override
    public boolean isProbabilistic() {
        return form.isProbabilistic();
    }

    @Override
    public double[] scores(double[][] rows) {
        return form.isProbabilistic() ? probabilities(rows) : margins(rows);
    }

    @Override
    public boolean[] classes(double[][] rows) {
        double[] margins = margins(rows);
        boolean[] classes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            classes[i] = form.isPositive(margins[i]);
        }
        return classes;
    }

    @Override
    public double[][] contributions(double[][] rows) {
        CompleteRows.check(rows, form.columns());
        double[][] contributions = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            contributions[i] = form.contributions(rows[i]);
        }
        return contributions;
    }

    @Override
    public double[][] terms(double[][] rows) {
        CompleteRows.check(rows, form.columns());
        double[][] terms = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            terms[i] = form.terms(rows[i]);
        }
        return terms;
    }

    @Override
    public byte[] bytes() {
        var writer = new ModelWriter(learner);
        form.write(writer);
        return writer.bytes();
    }

    @Override
    public void close() {
        // holds nothing
    }

    private double[] margins(double[][] rows) {
        CompleteRows.check(rows, form.columns());
        return form.margins(rows);
    }
}
