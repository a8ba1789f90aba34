"""From YAML files to a map, with every problem's place and cure; JSON Schemas for editors."""
